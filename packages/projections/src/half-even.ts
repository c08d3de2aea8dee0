/** `numerator / denominator`, rounded once to the nearest whole, halves to the even one. `denominator` is above zero. */
export const halfEven = (numerator: bigint, denominator: bigint): bigint => {
  const floor = numerator / denominator - (numerator % denominator < 0n ? 1n : 0n);
  const twice = 2n * (numerator - floor * denominator);
  if (twice === denominator) return floor + (floor % 2n === 0n ? 0n : 1n);
  return twice > denominator ? floor + 1n : floor;
};
