/** The zone of the samples' dates: the billing days of both providers. */
export const SAMPLE_ZONE = 'Asia/Shanghai';
