import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

type Key = Record<string, AttributeValue>;

const ivBytes = 12;
const tagBytes = 16;

/** Makes and reads `nextToken`s, of keys made of texts and numbers, that only this resolver of this host understands, and nobody else can read or forge. */
export interface PageTokens {
  write(lastKey: Key): string;
  /** Undefined when the token is not one of this resolver's. */
  read(token: string): Key | undefined;
}

/** `secret` is the host's, kept over restarts; `resolver` names whose tokens these are. */
export function createPageTokens(secret: string, resolver: string): PageTokens {
  const key = createHash('sha256').update(`page tokens\0${secret}`).digest();
  const bound = Buffer.from(resolver);
  return {
    write(lastKey) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound);
      const body = Buffer.concat([cipher.update(JSON.stringify(lastKey)), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    read(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= ivBytes + tagBytes || bytes.toString('base64url') !== token) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(bound).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const body = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
        return JSON.parse(body.toString()) as Key;
      } catch {
        return undefined;
      }
    },
  };
}
