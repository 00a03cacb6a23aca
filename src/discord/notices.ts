/** What people are told, in Discord's Markdown, where there is nothing else to show them. */
export const NOTICES = {
  command: "This command isn't there any more. `/help` lists those that are.",
  button: 'This button is out of date: please ask again with the command.',
  statement: "This statement isn't in the articles any more.",
  person: 'Nobody by that name is in the articles any more.',
  unknown: 'That is nothing I can do. `/help` lists what I can.',
  noLibrary:
    'There is no library here that articles could be added to: use this in a server that I am a member of, or in a direct message with me.',
  noStorage: 'I keep no libraries at the moment, so that can’t be done.',
  manager: 'Only those who may manage this server can do that.',
} as const;
