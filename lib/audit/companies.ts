const MOST_COMPANIES = 10_000;
const WORD_BITS = 32;

/** Numbers the companies, so that a route needs one bit for each. The ids never leave this class. */
export class CompanyIndex {
  private readonly numbers = new Map<string, number>();

  /** `undefined` beyond the first 10,000 companies. */
  numberOf(companyId: string): number | undefined {
    const known = this.numbers.get(companyId);
    if (known !== undefined) return known;
    const { size } = this.numbers;
    if (size >= MOST_COMPANIES) return undefined;
    this.numbers.set(companyId, size);
    return size;
  }

  get size(): number {
    return this.numbers.size;
  }
}

/** A set of the numbers that a {@link CompanyIndex} gives. */
export class CompanySet {
  private readonly words: number[] = [];

  add(number: number): void {
    const { words } = this;
    const word = Math.floor(number / WORD_BITS);
    while (words.length <= word) words.push(0);
    words[word] = (words[word] as number) | (1 << (number % WORD_BITS));
  }

  get size(): number {
    let size = 0;
    for (const word of this.words) {
      for (let rest = word; rest !== 0; rest &= rest - 1) size++;
    }
    return size;
  }
}
