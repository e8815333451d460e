        $sides = explode('x', $geometry);
        $width = max(1, (int) $sides[0]);
        $height = max(1, (int) ($sides[1] ?? $sides[0]));
        $pipe = popen(
            escapeshellarg($this->converter) . ' ' . escapeshellarg($original)
                . ' -auto-orient -thumbnail ' . $width . 'x' . $height . ' ' . escapeshellarg($target),
            'r'
        );
        if ($pipe === false || pclose($pipe) !== 0) {
            throw new RuntimeException('No thumbnail for ' . $original);
        }
