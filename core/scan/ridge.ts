/**
 * Weights that turn rows of features into targets with the smallest squared error, held small by `ridge` (a share of the mean square
 * of a feature). `features` holds rows of `width` numbers; `rows` says which of them teach. Several lists of targets share the work:
 * one list of weights for each.
 */
export function solveRidge(
  features: Float32Array,
  width: number,
  rows: readonly number[],
  targets: readonly (readonly number[])[],
  ridge: number,
): readonly Float64Array[] {
  const square = new Float64Array(width * width);
  const rights = targets.map(() => new Float64Array(width));
  const row = new Float64Array(width);
  for (let n = 0; n < rows.length; n++) {
    const from = (rows[n] ?? 0) * width;
    for (let i = 0; i < width; i++) row[i] = features[from + i] ?? 0;
    addRow(square, row, width);
    rights.forEach((right, which) => {
      const target = targets[which]?.[n] ?? 0;
      for (let i = 0; i < width; i++) right[i] = (right[i] ?? 0) + (row[i] ?? 0) * target;
    });
  }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += square[i * width + i] ?? 0;
  const penalty = (ridge * trace) / width + 1e-9;
  for (let i = 0; i < width; i++) square[i * width + i] = (square[i * width + i] ?? 0) + penalty;
  factorise(square, width);
  return rights.map((right) => solveFactorised(square, right, width));
}

/** Adds the products of a row with itself to the lower half of the square. */
function addRow(square: Float64Array, row: Float64Array, width: number): void {
  for (let i = 0; i < width; i++) {
    const value = row[i] ?? 0;
    const line = i * width;
    for (let j = 0; j <= i; j++) square[line + j] = (square[line + j] ?? 0) + value * (row[j] ?? 0);
  }
}

/** Cholesky: turns the lower half of a symmetric positive matrix into its triangular root, in place. */
function factorise(square: Float64Array, width: number): void {
  const at = (i: number, j: number) => square[i * width + j] ?? 0;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      square[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
}

/** Solves for one right side, in place. */
function solveFactorised(root: Float64Array, right: Float64Array, width: number): Float64Array {
  const at = (i: number, j: number) => root[i * width + j] ?? 0;
  for (let i = 0; i < width; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (right[k] ?? 0);
    right[i] = sum / at(i, i);
  }
  for (let i = width - 1; i >= 0; i--) {
    let sum = right[i] ?? 0;
    for (let k = i + 1; k < width; k++) sum -= at(k, i) * (right[k] ?? 0);
    right[i] = sum / at(i, i);
  }
  return right;
}
