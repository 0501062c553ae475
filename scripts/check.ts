/** `npm run check`: what a person runs before every commit. Format, lint, walls, types, core tests; under 20 seconds. */
import { quickChecks, quickCoreTests } from './quick-steps.ts'
import { runSteps } from './steps.ts'

await runSteps([...quickChecks, quickCoreTests])
