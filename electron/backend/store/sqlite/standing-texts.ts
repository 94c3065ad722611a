/**
 * Joins `x`, the text beside an event `e`, only where the event still counts: what an undo took back does not leave the desk. The
 * last undo or redo that names the event decides.
 */
export const joinStandingTexts = `left join event_texts x on x.ticket_id = e.ticket_id and x.sequence = e.sequence
  and coalesce((select json_extract(c.event, '$.type') from ticket_events c
    where c.ticket_id = e.ticket_id and c.sequence > e.sequence
      and json_extract(c.event, '$.type') in ('commandUndone', 'commandRedone')
      and e.sequence between json_extract(c.event, '$.fromSequence') and json_extract(c.event, '$.toSequence')
    order by c.sequence desc limit 1), '') <> 'commandUndone'`;
