const [FIRST, SECOND, LEAST] = [0.9, 0.999, 1e-8];

/**
 * Moves values against their slopes by Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015).
 *
 * @returns what takes a step with the slopes given, one for each value
 */
export function createAdam(values: Float32Array, rate: number): (slopes: Float32Array) => void {
  const mean = new Float64Array(values.length);
  const square = new Float64Array(values.length);
  let steps = 0;
  return (slopes) => {
    steps++;
    const [ofMean, ofSquare] = [1 - FIRST ** steps, 1 - SECOND ** steps];
    for (let i = 0; i < values.length; i++) {
      const slope = slopes[i] as number;
      mean[i] = FIRST * (mean[i] as number) + (1 - FIRST) * slope;
      square[i] = SECOND * (square[i] as number) + (1 - SECOND) * slope * slope;
      const by = (mean[i] as number) / ofMean / (Math.sqrt((square[i] as number) / ofSquare) + LEAST);
      values[i] = (values[i] as number) - rate * by;
    }
  };
}
