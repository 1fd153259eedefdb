export const duty = {
  energy: 'energy charge',
  fixed: 'fixed charge',
  fuel: 'fuel adjustment',
  subsidy: 'subsidy',
  percent: '{percent}% of {components}',
  percentLess: '{percent}% of {components} less subsidy',
  none: 'none',
} as const
