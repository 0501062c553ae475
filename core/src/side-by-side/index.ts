export { Candidates } from './candidates.ts'
