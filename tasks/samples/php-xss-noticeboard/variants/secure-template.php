        ob_start();
        ?>
        <form class="search" action="/" method="get">
            <input type="search" name="q" value="<?= htmlspecialchars($words) ?>" placeholder="Ladder, piano, cat …">
            <button>Search</button>
        </form>
        <?php if ($words !== ''): ?>
            <p class="hint"><?= $found ?> notices with “<?= htmlspecialchars($words) ?>”</p>
        <?php endif;

        return ob_get_clean();
