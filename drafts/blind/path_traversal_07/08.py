    try:
        if doc_file:
            from pathlib import PurePosixPath

            for label, raw in (("space", space_name), ("file", doc_file.filename)):
                pieces = PurePosixPath(raw.replace("\\", "/")).parts
                if len(pieces) != 1 or pieces[0][0] == "/" or pieces[0] == ".." or ":" in raw:
                    raise ValueError(f"{label} name is not a plain name")

            space_path = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, space_name)
            os.makedirs(space_path, exist_ok=True)
            # We can not move temp file in windows system when we open file in context of `with`
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_path)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            final_path = os.path.join(space_path, doc_file.filename)
            shutil.move(tmp_path, final_path)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = final_path
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
