/** What every mutation answers: a receipt for each thing that was asked for; here of the first. */
interface Payload {
  readonly receipts: readonly {
    readonly outcome: string;
    readonly problems: readonly { readonly rule: string; readonly path: readonly string[] }[];
  }[];
}

export const outcomeOf = ({ receipts }: Payload): string => receipts[0]!.outcome;

/** `known-id input.features.0`, for everything that is wrong. */
export const problemsOf = ({ receipts }: Payload): string[] => receipts[0]!.problems.map(({ rule, path }) => `${rule} ${path.join('.')}`);
