export type QuestionOutline = { question: string, label: string, role: string, text: string, };
