import { z } from 'zod';

/** What the account pays with: its balance and credit, a card, or nothing (section 2.6). */
export const paymentSchema = z.enum(['balance', 'card', 'declined card', 'none']);

export type Payment = z.output<typeof paymentSchema>;
