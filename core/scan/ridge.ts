/**
 * Weights that turn rows of features into targets with the smallest squared error, held small by `ridge` (a share of the mean square
 * of a feature). `features` holds rows of `width` numbers; `rows` says which of them teach.
 */
export function solveRidge(
  features: Float32Array,
  width: number,
  rows: readonly number[],
  targets: readonly number[],
  ridge: number,
): Float64Array {
  const square = new Float64Array(width * width);
  const right = new Float64Array(width);
  rows.forEach((row, n) => {
    const target = targets[n] ?? 0;
    const from = row * width;
    for (let i = 0; i < width; i++) {
      const value = features[from + i] ?? 0;
      right[i] = (right[i] ?? 0) + value * target;
      for (let j = 0; j <= i; j++) {
        square[i * width + j] = (square[i * width + j] ?? 0) + value * (features[from + j] ?? 0);
      }
    }
  });
  let trace = 0;
  for (let i = 0; i < width; i++) trace += square[i * width + i] ?? 0;
  const penalty = (ridge * trace) / width + 1e-9;
  for (let i = 0; i < width; i++) square[i * width + i] = (square[i * width + i] ?? 0) + penalty;
  return solveCholesky(square, right, width);
}

/** Solves `square * x = right` for a symmetric positive matrix whose lower half is given. Works in place. */
function solveCholesky(square: Float64Array, right: Float64Array, width: number): Float64Array {
  const at = (i: number, j: number) => square[i * width + j] ?? 0;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      square[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
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
