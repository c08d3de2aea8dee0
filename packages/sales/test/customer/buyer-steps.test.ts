import { describe, test } from 'vitest';
import { after, ask, entered, lost, was, won } from '../support/story.js';

describe('the buyer’s own steps', () => {
  const seen = (n: number, step: string, outOfSequence = false) =>
    was(n, 'BuyerStepObserved', { journey: 1, step, outOfSequence });

  test('are recorded, and one out of sequence is marked, never refused DLR-15', () => {
    after(...entered)
      .when(ask('ObserveBuyerStep', { step: 'needRecognised' }))
      .thenEvents(seen(30, 'needRecognised'));
    after(...entered)
      .when(ask('ObserveBuyerStep', { step: 'informationGathered' }))
      .thenEvents(seen(30, 'informationGathered', true));
    const second = after(...entered, seen(4, 'needRecognised'), seen(5, 'informationGathered'));
    second.when(ask('ObserveBuyerStep', { step: 'productsCompared' })).thenEvents(seen(30, 'productsCompared'));
    second.when(ask('ObserveBuyerStep', { step: 'purchaseMade' })).thenEvents(seen(30, 'purchaseMade', true));
    second.when(ask('ObserveBuyerStep', { step: 'needRecognised' })).thenEvents(seen(30, 'needRecognised', true));
  });

  test('are already so where the step was the last one seen', () => {
    after(...entered, seen(4, 'needRecognised'))
      .when(ask('ObserveBuyerStep', { step: 'needRecognised' }))
      .thenNothing();
  });

  test('belong to a journey that is open, or was won: the purchase made is the last of them DLR-15', () => {
    const history = [...won, seen(9, 'purchaseDecided')];
    after(...history)
      .when(ask('ObserveBuyerStep', { step: 'purchaseMade' }))
      .thenEvents(seen(30, 'purchaseMade'));
    after(...lost)
      .when(ask('ObserveBuyerStep', { step: 'purchaseMade' }))
      .thenRefused({ type: 'NoOpenJourney' });
  });

  test('begin anew with a new journey', () => {
    const again = [...won, seen(9, 'purchaseMade'), was(20, 'JourneyOpened', { journey: 2, stage: 'prospect' })];
    after(...again)
      .when(ask('ObserveBuyerStep', { step: 'needRecognised' }))
      .thenEvents(was(30, 'BuyerStepObserved', { journey: 2, step: 'needRecognised', outOfSequence: false }));
  });

  test('are those of the playbook', () =>
    after(...entered)
      .when(ask('ObserveBuyerStep', { step: 'daydreamed' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'buyerSteps', id: 'daydreamed' }));
});
