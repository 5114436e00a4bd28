// A typed door to the model's WebAssembly module: rows of numbers go in and out, nothing is worked out here.

interface Offered {
  memory: WebAssembly.Memory;
  alloc(bytes: number): number;
  mark(): number;
  release(place: number): void;
  [name: string]: unknown;
}

/** A row of numbers inside the module's memory. */
export interface Row {
  readonly at: number;
  readonly length: number;
}

export class Module {
  private constructor(private readonly offered: Offered) {}

  static async from(bytes: BufferSource): Promise<Module> {
    const { instance } = await WebAssembly.instantiate(bytes, {});
    return new Module(instance.exports as unknown as Offered);
  }

  offers(name: string): boolean {
    return typeof this.offered[name] === "function";
  }

  /** Take room for numbers, all 0 at first. */
  row(length: number): Row {
    const at = this.offered.alloc(length * 8) >>> 0;
    const made = { at, length };
    this.view(made).fill(0);
    return made;
  }

  /** Take room for numbers as it lies, without a look at it; the first is no number. */
  unused(length: number): Row {
    const made = { at: this.offered.alloc(length * 8) >>> 0, length };
    this.view(made)[0] = Number.NaN;
    return made;
  }

  put(numbers: ArrayLike<number>): Row {
    const made = this.row(numbers.length);
    this.view(made).set(numbers);
    return made;
  }

  /** Look at a row where it lies; good until room is next taken, which may move the memory. */
  view(row: Row): Float64Array {
    return new Float64Array(this.offered.memory.buffer, row.at, row.length);
  }

  /** Give a part of a row, without copying. */
  part(row: Row, from: number, length: number): Row {
    return { at: row.at + from * 8, length };
  }

  /** Call what the module offers; a fault in it stops it, and then it must be started afresh. */
  call(name: string, ...given: (number | Row)[]): number {
    const door = this.offered[name] as (...plain: number[]) => number;
    return door(...given.flatMap((one) => (typeof one === "number" ? [one] : [one.at, one.length])));
  }

  /** Do something that takes room, and give the room back. */
  within<T>(work: () => T): T {
    const before = this.offered.mark();
    try {
      return work();
    } finally {
      this.offered.release(before);
    }
  }
}

/** The smallest module that uses SIMD: one function which makes sixteen equal bytes. */
const WITH_SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** Say whether this browser can run the model: WebAssembly with SIMD, and workers. */
export function canRun(): boolean {
  const there = typeof WebAssembly === "object" && typeof Worker === "function";
  return there && WebAssembly.validate(new Uint8Array(WITH_SIMD));
}
