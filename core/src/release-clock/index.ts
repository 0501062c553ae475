export { dayAt, dayNumber, endOfDay } from '../time/civil-day.ts'
export { type Dated, datedOf } from './calendar.ts'
export { type Due, type DueStep, type DueUnknown, duesOf, toldDues } from './due.ts'
export { starterRules } from './starter-rules.ts'
