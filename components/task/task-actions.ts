import type { Action } from '@/components/ui/action-state'

/** The server actions of the page, one for each form. */
export type TaskActions = Record<
  | 'reportProgress'
  | 'confirmPart'
  | 'claimCompletion'
  | 'takeBackClaim'
  | 'acceptClaim'
  | 'returnClaim'
  | 'reopenTask'
  | 'withdrawTask'
  | 'editContacts'
  | 'markSeen'
  | 'undoEvent'
  | 'correctReport'
  | 'correctConfirmation'
  | 'correctAcceptance'
  | 'correctReturn'
  | 'correctReopening'
  | 'correctWithdrawal',
  Action
>
