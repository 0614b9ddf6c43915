import { call, callBitmap } from './call'
import type * as T from './types'

/* One function for each command of the core, in the order of the core's own folders. */

export const libraryState = () => call<T.LibraryState>('library_state')
export const createLibrary = (sample: boolean) => call<T.LibraryView>('create_library', { sample })
/** Opens the library anew, whatever was in the way before. */
export const openAgain = () => call<T.LibraryState>('open_again')
export const openToRead = () => call<T.LibraryState>('open_to_read')
/** Asks the person for the folder of a library; nothing where the person thinks better of it. */
export const chooseLibrary = () => call<T.LibraryState | null>('choose_library')
/** Lets a library be begun where another was. */
export const beginAnew = () => call<T.LibraryState>('begin_anew')
export const choices = () => call<T.Choices>('choices')
/** The day that was typed. */
export const readDate = (field: string, text: string) => call<string>('read_date', { field, text })
export const check = () => call<T.CheckReport>('check')

export const sender = () => call<T.SenderView | null>('sender')
export const setSender = (sender: T.SenderView) => call<T.SenderView>('set_sender', { sender })

export const campaigns = () => call<T.CampaignView[]>('campaigns')
export const campaign = (prefix: string) => call<T.CampaignView>('campaign', { prefix })
export const readQuestions = (text: string) => call<T.OutlineView>('read_questions', { text })
export const newCampaign = (campaign: T.NewCampaignInput) =>
  call<T.CampaignView>('new_campaign', { campaign })
export const addSampleCampaign = () => call<T.CampaignView>('add_sample_campaign')
export const board = (campaign: string) => call<T.BoardView>('board', { campaign })

export const forces = () => call<T.ForceView[]>('forces')
export const editForce = (force: string, edit: T.ForceEdit) =>
  call<T.ForceView>('edit_force', { force, edit })
export const confirmForce = (force: string, parts: T.ContactPart[], on: string) =>
  call<T.ForceView>('confirm_force', { force, parts, on })
export const addForce = (force: T.NewForce) => call<T.ForceView>('add_force', { force })

export const requests = (campaign: string | null = null) =>
  call<T.RequestView[]>('requests', { campaign })
export const request = (reference: string) => call<T.RequestDetail>('request', { reference })
export const today = () => call<T.TodayView>('today')

export const send = (order: T.SendOrder) => call<T.SendReport>('send', { order })
export const writeLetters = (order: T.WriteOrder) => call<T.WriteReport>('write_letters', { order })
export const stopWork = () => call<null>('stop_work')
export const letterPreview = (order: T.LetterOrder) =>
  call<T.LetterPreview>('letter_preview', { order })
export const previewPage = (order: T.LetterOrder, page: number, scale: number) =>
  callBitmap('preview_page', { order, page, scale })
export const letterPage = (reference: string, page: number, scale: number) =>
  callBitmap('letter_page', { reference, page, scale })

/** Saves a kept letter where a person says; nothing where the person thinks better of it. */
export const saveLetter = (reference: string) => call<string | null>('save_letter', { reference })

export const queue = () => call<T.PostingLine[]>('queue')
export const posted = () => call<T.PostedLine[]>('posted')
export const print = () => call<T.PrintReport | null>('print')
/** Opens the last print job again, or shows it in its folder. */
export const showPrintJob = (inFolder: boolean) => call<null>('show_print_job', { inFolder })
export const sendingPreview = (order: T.SendingOrder) =>
  call<T.SendingReport>('sending_preview', { order })
export const markSent = (order: T.SendingOrder) => call<T.SendingReport>('mark_sent', { order })

/** Asks the person for files to keep with a letter that came. */
export const chooseFiles = () => call<string[]>('choose_files')
export const replyEffect = (reply: T.ReplyInput) => call<T.Effect>('reply_effect', { reply })
export const recordReply = (reply: T.ReplyInput) => call<T.Recorded>('record_reply', { reply })
/** What something that happened would do; of a letter of ours, by the letter's own reference. */
export const recordEffect = (reference: string, happening: T.Happening) =>
  call<T.Effect>('record_effect', { reference, happening })
/** What else can be recorded of a request today, and what each kind asks for. */
export const courseKinds = (reference: string) =>
  call<T.CourseKind[]>('course_kinds', { reference })
export const record = (reference: string, happening: T.Happening) =>
  call<T.Recorded>('record', { reference, happening })
export const recordCorrection = (correction: T.CorrectionInput) =>
  call<T.Recorded>('record_correction', { correction })
/** Saves a file that came where a person says; nothing where the person thinks better of it. */
export const saveFile = (reference: string, hash: string) =>
  call<string | null>('save_file', { reference, hash })
export const openFile = (reference: string, hash: string) =>
  call<null>('open_file', { reference, hash })
export const reviews = () => call<T.ReviewView[]>('reviews')
export const decisionEffect = (decision: T.ReviewDecisionInput) =>
  call<T.Effect>('decision_effect', { decision })
export const recordReviewDecided = (decision: T.ReviewDecisionInput) =>
  call<T.Recorded>('record_review_decided', { decision })

export const history = () => call<T.OperationView[]>('history')
/** What Ctrl Z and Ctrl Shift Z would do: with what was done in this window only. */
export const undoState = () => call<T.UndoState>('undo_state')
export const undo = (operation: number | null = null) => call<T.UndoneView>('undo', { operation })
export const redo = () => call<T.UndoneView>('redo')
export const strike = (reference: string, event: number, reason: string) =>
  call<T.RequestView>('strike', { reference, event, reason })
