export { decodedCopy, decodedView } from './copy';
export { type DecodingFinding, decodeFindings, findingsOfDecoding } from './decode-findings';
export { type DecodingError, decodingErrors } from './decoder';
export { decoderPath } from './pointer';
export { shapeOf } from './shape';
