export { saidOfIdentity, seenOfIdentity, showsIdentity } from './judge-picture.ts';
