import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { BarChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartColours } from '../../../platform/web/theme/palette.ts';

// SVG stays sharp on a wall and in print, and needs half the code of a canvas.
echarts.use([
  BarChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export type ChartOption = echarts.EChartsCoreOption;

type ChartProperties = {
  option: ChartOption;
  /** What the picture shows, in a sentence for those who do not see it. */
  label: string;
  height?: number;
  /** A bar was clicked: its series and its place. */
  onOpen?: (seriesIndex: number, dataIndex: number) => void;
};

/** A chart that fills its width, follows theme and size, and can be taken as a table instead. */
export function Chart({ option, label, height = 240, onOpen }: ChartProperties) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const open = useEffectEvent((series: number, index: number) => onOpen?.(series, index));
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const made = echarts.init(element, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ seriesIndex, dataIndex }) => {
      if (seriesIndex !== undefined) open(seriesIndex, dataIndex);
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={place} role="img" aria-label={label} className="mb-chart" style={{ height }} />;
}

/** A chart and the table with the same numbers; a button goes from one to the other. */
export function ChartOrTable({ chart, table }: { chart: ReactNode; table: ReactNode }) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const Icon = isTable ? BarChartOutlined : TableOutlined;
  return (
    <div className="mb-chart-or-table">
      {isTable ? <div className="mb-chart-table">{table}</div> : chart}
      <Button
        type="text"
        size="small"
        icon={<Icon />}
        className="mb-chart-switch"
        onClick={() => setTable(!isTable)}
      >
        {t(isTable ? 'wall:chart.asChart' : 'wall:chart.asTable')}
      </Button>
    </div>
  );
}

/** What stands beside the pointer over bars. */
export function tooltipOf({ surface, line, ink }: ChartColours) {
  return {
    trigger: 'axis',
    axisPointer: { type: 'shadow' },
    backgroundColor: surface,
    borderColor: line,
    textStyle: { color: ink },
  };
}
