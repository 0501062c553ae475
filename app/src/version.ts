/** The name and version that entries made by the machine carry. */
export const toolName = 'sightline'
export const toolVersion = '0.1.0'
export const toolLabel = `${toolName} ${toolVersion}`
