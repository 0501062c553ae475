/** How the options are given that say what is trusted. */
export const trustUsage =
  '[--signers FILE [--identity NAME]] [--tsa-ca FILE] [--head SHA256 --length N] [--previous DIR]'
