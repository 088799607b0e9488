// The parts of the grid that lists need; the rest of it is never loaded.
import {
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  PinnedRowModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  type Module,
} from 'ag-grid-community';

export const gridModules: Module[] = [
  InfiniteRowModelModule,
  ColumnApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  PinnedRowModule,
  CellStyleModule,
  EventApiModule,
  LocaleModule,
];
