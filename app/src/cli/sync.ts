export const syncUsage = ''
export const syncCommand = async () => 0
