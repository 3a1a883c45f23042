// What a file of the outside world may cost. Office tables lie far below; what lies above is an attack or a mistake.

const MB = 1024 * 1024

/** Bytes as sent. */
export const SOURCE_MAX_BYTES = 20 * MB
/** Files in an archive. */
export const ENTRIES_MAX = 2_000
/** Bytes of all files of an archive, inflated; small archives may grow by the factor only, but always to the least. */
export const INFLATED_MAX_BYTES = 100 * MB
export const INFLATED_MAX_FACTOR = 200
export const INFLATED_LEAST_BYTES = 20 * MB
/** Elements within elements. */
export const DEPTH_MAX = 256
/** Per file, all its tables together. */
export const CELLS_MAX = 500_000
export const ROWS_MAX = 20_000
export const COLUMNS_MAX = 500
/**
 * Characters of all cells, counted as often as they are read: a merged cell once for each place that it covers. One text in many cells costs a
 * file almost nothing.
 */
export const TEXT_MAX = 10_000_000
/** Characters of a table's longest cell times its rows: what is blank takes the words above, which so may come to stand in every row. */
export const CARRIED_MAX = 50_000_000
