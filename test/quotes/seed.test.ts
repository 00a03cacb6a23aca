import { expect, it } from 'vitest';
import { SEED } from '../articles/news.ts';
import { tableOf } from './reading.ts';

it('finds the fourteen quotes of the first article, each with source, cue, kind and exact words', () => {
  expect(tableOf(SEED)).toEqual([
    'NATO Secretary General Mark Rutte | confirmed | indirect | Ukraine will not receive NATO membership as part of the peace negotiations aimed at resolving the ongoing conflict',
    "he | emphasized | indirect | this decision does not rule out Ukraine's potential future membership in the alliance",
    'Rutte | explained | direct | We have never promised Ukraine that it would become a NATO member in the context of peace negotiations, but we need to distinguish that from the future, from what will happen in the long term',
    'He | further noted | mixed | at the recent NATO summit in Washington, the alliance confirmed the "irreversible path" for Ukraine\'s accession to NATO',
    'Rutte | also highlighted | mixed | cooperation between NATO and Ukraine remains "very intensive,"',
    'Rutte | expressed | indirect | optimism regarding ongoing negotiations between the United States and Russia',
    'Rutte | describing | mixed | the process of conflict resolution as a "phased" approach',
    "He | expressed | indirect | confidence in the United States' ability to engage in productive dialogue with Russia",
    'Ukrainian President Volodymyr Zelensky | recently acknowledged | indirect | Western countries, including the United States, are not yet ready to offer Ukraine NATO membership',
    'Zelensky | stated | direct | Kyiv very much wants NATO membership, as it would solve many problems',
    "Zelensky | added | indirect | the West's stance remains unchanged for now",
    'Ukrainian Foreign Minister Andriy Sybiha | stating | indirect | the country will not recognize the loss of its territories, accept rejection from NATO or the European Union, or agree to any limitations on the size of its armed forces in a potential peace agreement',
    'US National Security Adviser Michael Waltz | described | indirect | Ukraine’s NATO membership as unlikely',
    'US National Security Adviser Michael Waltz | noting | indirect | this view is shared by not only the United States but also other NATO member states',
  ]);
});
