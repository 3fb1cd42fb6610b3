export { decodedCopy } from './copy';
export { decodeFindings } from './decode-findings';
export { decoderOf } from './decoder';
export { shapeOf } from './shape';
