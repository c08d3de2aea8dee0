import { hash } from 'node:crypto';
import type { Sha256 } from '@millrace/kernel';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. @source FIPS 180-4 */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');
