export { decodedCopy, decodedView } from './copy';
export { decodeFindings } from './decode-findings';
export { type DecodingError, decodingErrors } from './decoder';
export { decoderPath } from './pointer';
export { shapeOf } from './shape';
