/** How the states of a household stand out; the same in lists and on its page. */
export const typeTones = {
  general: 'plain',
  poor: 'seal',
  exited: 'good',
  monitored: 'warn',
} as const;

export const statusTones = {
  returned: 'bad',
  exitedEarlier: 'good',
  notExited: 'seal',
  newlyExited: 'accent',
} as const;
