import type { QuestionOutline, SenderView } from '../ipc'

/* What the sheet beside the form shows of the sample before there is a library to ask. */

export const sampleTitle = 'Human trafficking and slavery training'

export const sampleSender: SenderView = {
  applicant: 'Harbour Street Justice Project',
  signatory: 'Rosa Whitfield',
  signatory_title: 'Campaigns Officer',
  organisation: 'Harbour Street Justice Project',
  address: ['14 Harbour Street', 'Leeds', 'LS0 0AA'],
  email: 'foi@harbourstreet.example',
  telephone: '0113 496 0142',
}

const question = (label: string, text: string): QuestionOutline => ({
  question: label.replace(/[()]/g, ''),
  label,
  role: 'counted',
  text,
})

export const sampleQuestions: QuestionOutline[] = [
  question(
    '1',
    'Please specify the contents of the mandatory training courses (the names of the courses were disclosed in response to Hestia’s FOI).',
  ),
  question('2', 'Please confirm whether the mandatory training courses included:'),
  question('2(a)', 'The legal definition of human trafficking and slavery;'),
  question('2(b)', 'Trafficking/slavery indicators;'),
]
