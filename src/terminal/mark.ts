import type { Role } from './style.ts';

/** A stretch of code and what it is, in the order of the text; line feeds are in the text. */
export type Mark = readonly [role: Role, text: string];
