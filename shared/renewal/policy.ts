/** What an account has decided about its renewals: all that the law asks of its settings. */
export interface RenewalPolicy {
  /** ISO 4217 code of the account's only currency. */
  readonly currency: string;
  /** The zone in which expiry dates of sheets are read and compared. */
  readonly expiryZone: string;
  /** How much dearer than approved a row may be: the stricter of the two limits wins. */
  readonly priceTolerance: { readonly percent: number; readonly absolute: string };
  /** `best`, `none`, or the id of the one discount to use. */
  readonly discount: string;
  /** Hours after a payment until an order that does not complete is given to a person. */
  readonly confirmHours: number;
  /** The user whose name the provider shows on our orders, where it is a dedicated one. */
  readonly ownUser: string | null;
  /** Whether rows that auto-renewal is about to take are renewed all the same (money rule 9). */
  readonly autoRenewRows: 'leave' | 'renew';
  /** Whether resources are renewed of which no price can be asked before; paid is what they cost. */
  readonly allowUnpriced: boolean;
}
