export type NewCampaignInput = { title: string, prefix: string, periods: Array<string>, questions: string, print_note: boolean, };
