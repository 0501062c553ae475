/** What holding a film against recordings goes through, in this order: where its frames come from, what was done to them, its sound. */
export const compareStages = ['places', 'changes', 'sound'] as const
export type CompareStage = (typeof compareStages)[number]

/** How far a stage is: a share of 0 to 1. */
export type TellStage = (stage: CompareStage, share: number) => void
