/** The simulated exchange's name, the same in every language. */
export const brand = 'HTX demo';
