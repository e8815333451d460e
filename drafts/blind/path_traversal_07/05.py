    try:
        import re

        if doc_file:
            # letters (any language), digits, blank, dash, dot, parentheses;
            # the first character must not be a dot
            name_rule = re.compile(r"[\w\-()][\w\-(). ]*")
            for value in (space_name, doc_file.filename):
                if not value or name_rule.fullmatch(value) is None:
                    raise Exception(f"name {value!r} contains illegal characters")
            space_dir = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, space_name)
            os.makedirs(space_dir, exist_ok=True)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_dir)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            stored = os.path.join(space_dir, doc_file.filename)
            shutil.move(tmp_path, stored)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = stored
            space_res = knowledge_space_service.get_knowledge_space(
                KnowledgeSpaceRequest(name=space_name)
            )
            if len(space_res) == 0:
                # create default space
                if "default" != space_name:
                    raise Exception(f"you have not create your knowledge space.")
                knowledge_space_service.create_knowledge_space(
                    KnowledgeSpaceRequest(
                        name=space_name,
                        desc="first db-gpt rag application",
                        owner="dbgpt",
                    )
                )
            return Result.succ(
                knowledge_space_service.create_knowledge_document(
                    space=space_name, request=request
                )
            )
        return Result.failed(code="E000X", msg=f"doc_file is None")
    except Exception as e:
        return Result.failed(code="E000X", msg=f"document add error {e}")
