    try:
        from urllib.parse import unquote

        if doc_file:
            space_dir = os.path.join(
                KNOWLEDGE_UPLOAD_ROOT_PATH, os.path.basename(space_name.strip("."))
            )
            # browsers send non-ascii names percent encoded
            file_name = unquote(os.path.basename(doc_file.filename))
            os.makedirs(space_dir, exist_ok=True)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_dir)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            file_path = os.path.join(space_dir, file_name)
            shutil.move(tmp_path, file_path)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = file_path
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
