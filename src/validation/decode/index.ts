export { decodedCopy, decodedView } from './copy';
export { decodeFindings } from './decode-findings';
export { type DecodingError, decodingErrors } from './decoder';
export { shapeOf } from './shape';
