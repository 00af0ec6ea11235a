/** The statuses that a missing header may have caused. */
export const SUSPICIOUS = ['400', '404'];
