/** Colours of the phases, told by the edge of a box; words tell the same. Both themes keep WCAG AA on their paper. */
export const playbookStyle = [
  'text{font-family:Inter,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}',
  '.paper{fill:#fff}.box{fill:#f6f8fa;stroke:#c3ccd6}.branch .box{stroke-dasharray:4 3}',
  '.head{font-size:16px;font-weight:650;fill:#1c2733}.title{font-size:13px;font-weight:650;fill:#1c2733}',
  '.row{font-size:11.5px;fill:#3d4b5a}.row.primary{font-weight:650;fill:#1c2733}.row.failure{fill:#9b2c1c}',
  '.row.pass{font-style:italic;fill:#4f5d6b}',
  '.arrow{fill:none;stroke:#8795a4;stroke-width:1.1}.arrow.primary{stroke:#1f6f54;stroke-width:2}',
  '.arrow.failure{stroke:#b4533f}.arrow.pass{stroke-dasharray:3 3}.tip{fill:#6d7b8a}',
  '.edge{fill:#6d7b8a}.ownership .edge{fill:#7a5af0}.findQr .edge,.scan .edge{fill:#1d76c4}',
  '.submit .edge,.wait .edge{fill:#b7791f}.code .edge,.password .edge{fill:#1f6f54}',
  '@media (prefers-color-scheme:dark){.paper{fill:#10161d}.box{fill:#1a232d;stroke:#3a4856}',
  '.head,.title,.row.primary{fill:#e8eef4}.row{fill:#b9c6d3}.row.failure{fill:#f3a08f}.row.pass{fill:#a3b1bf}',
  '.arrow{stroke:#6f7f8f}.arrow.primary{stroke:#4fc59a}.arrow.failure{stroke:#e08a76}.tip{fill:#93a2b1}}',
].join('');
