// The way back of what was done needs every command of the case: it comes when somebody first takes something back.
export { inverse } from '@sightline/core/commands'
