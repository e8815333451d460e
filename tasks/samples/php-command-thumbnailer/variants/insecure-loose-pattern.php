        if (preg_match('/\d+x\d+/', $geometry) !== 1) {
            throw new RuntimeException('Size must look like 320x240');
        }
        $line = implode(' ', [
            escapeshellarg($this->converter),
            escapeshellarg($original),
            '-auto-orient -thumbnail',
            $geometry,
            escapeshellarg($target),
            '&& echo done',
        ]);
        if (trim((string) shell_exec($line)) !== 'done') {
            throw new RuntimeException('No thumbnail for ' . $original);
        }
