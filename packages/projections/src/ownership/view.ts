import { absurd } from 'fp-ts/lib/function.js';
import { handoverOf } from '../custody.js';
import { customerView } from '../customer-view.js';
import { insert } from '../timeline.js';
import type { OwnershipDocument } from './document.js';

/** Who has custody of whom, and had. @source OWN-1, OWN-2, DLR-33 */
export const ownershipView = customerView<OwnershipDocument>({
  name: 'ownership',
  version: 1,
  empty: () => ({ holdings: [] }),
  editOf: (event, by) => {
    switch (event.type) {
      case 'CustomerEntered':
      case 'CustodyAssigned':
      case 'CustodyTransferred':
      case 'ClaimedFromPool':
      case 'CustodyReleasedToPool':
      case 'TemporaryCustodyStarted':
      case 'TemporaryCustodyEnded':
        return ({ holdings }) => insert(holdings, { at: event.effectiveAt, ...handoverOf(event), by });

      case 'ProspectCollected':
      case 'ProspectResubmitted':
      case 'ProspectAccepted':
      case 'ProspectRejected':
      case 'DataSheetUpdated':
      case 'ContactLogged':
      case 'JourneyOpened':
      case 'StageAdvanced':
      case 'StageReverted':
      case 'PurchaseDecided':
      case 'PurchaseCompleted':
      case 'JourneyClosed':
      case 'JourneyMoveCorrected':
      case 'BuyerStepObserved':
      case 'ClassProposed':
      case 'CustomerClassified':
      case 'DuplicateLinked':
      case 'DuplicateUnlinked':
        return undefined;
      default:
        return absurd(event);
    }
  },
});
